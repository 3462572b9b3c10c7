"""From proofs and verdicts to pages: headings, sentences, displays, notes. Knows no format.

`document.page` says what a page is made of; `document.derivation` and `document.verdict` make pages;
`document.words` is the catalogue of sentences.
"""
