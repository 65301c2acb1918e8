# Trusted code, run when a guest first imports base64, which asks binascii.
def members(members_of):
    members_of('binascii')()
    return {}
