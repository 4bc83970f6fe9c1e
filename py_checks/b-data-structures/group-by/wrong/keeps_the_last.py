# fails test_groups_have_all_rows: A row joins the list of its group
def group_by(rows, key):
    return {row[key]: [row] for row in rows}
