MAX_SERVERS = 4


class ServerGroup:
    def __init__(self, group_name):
        self.group_name = group_name
        self.server_names = []

    def add_server(self, server_name):
        if len(self.server_names) >= MAX_SERVERS:
            raise ValueError(f"the group {self.group_name} is full")
        self.server_names.append(server_name)


def free_slots(group):
    used = len(group.server_names)
    return MAX_SERVERS - used
