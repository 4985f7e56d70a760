"""Legal forms beside the names of companies and institutions: «ООО» before «Ромашка», «GmbH» behind Bosch.

`form_tables` has the forms, `company_names` finds forms in a text with the name that each belongs to, and
`legal_form_of` tells the form of a name that is known.
"""

from ner_news.legal_forms.company_names import Company, find_companies
from ner_news.legal_forms.form_tables import COMPANIES
from ner_news.legal_forms.legal_form_of import find_legal_form

__all__ = ["COMPANIES", "Company", "find_companies", "find_legal_form"]
