"""Tests of derivatives of order n and of whole numbers."""
