def split_host(name):
    """Return site, role and number of a host name."""
    site = name[:3]
    role = name[4:-3]
    number = name[-2:]
    return site, role, number


print(split_host("fra-web-01"))
print(split_host("fra-load-balancer-02"))
