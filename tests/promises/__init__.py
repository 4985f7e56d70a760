"""The promises to those who run pipelines, a file each."""
