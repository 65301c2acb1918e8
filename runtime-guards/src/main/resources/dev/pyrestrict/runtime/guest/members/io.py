# Trusted code, run when a guest first imports io. It opens the files that the guest may.
def members(arguments):
    return {'open': arguments['open']}
