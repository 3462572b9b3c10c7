"""The untrusted part: whoever finds proofs. Nothing here is believed; the kernel checks what comes out."""
