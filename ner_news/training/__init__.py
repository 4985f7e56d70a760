"""Training of networks: annotated documents in, a model file out.

gold_readers, gold, sources   annotated files to documents, checked; texts without gold beside them
sentence_frames               sentences made of templates, where the gold is poor
pseudo_labels                 labels for those texts, by several networks together
examples, augmentation        documents as arrays, with copies in lower case and in capitals
initialization, torch_network, torch_crf, torch_batches, optimizing
                              the network, from slovnet's weights through all epochs
pack_writer, evaluation       its arrays as a pack; its figures, and the calibration of its scores
training_run                  all of it in order, for `ner-news train`
"""
