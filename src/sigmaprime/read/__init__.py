"""From text, LaTeX and documents to terms and statements. Nothing is ever evaluated here."""
