left by another
