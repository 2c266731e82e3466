# With the client that redocly generate-client makes for Python: its methods raise for an error status.
import sys

from client import ApiError, Client

base_url, app_key, token, kind, order_id = sys.argv[1:6]
client = Client(base_url, auth={"apiKey": {"appKey": app_key}, "bearer": token})
send = client.cancel_sync_order if kind == "slow" else client.cancel_order
try:
    send("1.0", 6303, int(order_id))
    print("accepted")
except ApiError as error:
    print(f"failed: {error}")
