'br'
