"hi $args"
