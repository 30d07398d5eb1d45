"""Customer-experience measures beside Kano: loyalty and effort."""
