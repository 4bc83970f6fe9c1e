def group_by(rows, key):
    """Return the rows by their value of a field."""
    groups = {}
    for row in rows:
        groups[row[key]] = [row]
    return groups


rows = [{"host": "web-01", "site": "fra"}, {"host": "web-02", "site": "fra"}]
print(group_by(rows, "site"))
