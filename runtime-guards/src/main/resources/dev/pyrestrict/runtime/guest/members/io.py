# Trusted code. It opens the files that the guest may.
def members(arguments):
    return {'open': arguments['open']}
