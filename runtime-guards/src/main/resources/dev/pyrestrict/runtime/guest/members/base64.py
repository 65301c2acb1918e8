# Trusted code, run when a guest first imports base64, which asks binascii.
def members(with_all_of_base64):
    with_all_of_base64()
    return {}
