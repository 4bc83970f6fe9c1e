from collections import defaultdict


def group_by(rows, key):
    """Return the rows by their value of a field."""
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return dict(groups)


rows = [{"host": "web-01", "site": "fra"}, {"host": "web-02", "site": "fra"}]
print(group_by(rows, "site"))
