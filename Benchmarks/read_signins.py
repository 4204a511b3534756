#!/usr/bin/env python3
"""Reads all sign-ins of a tenant with requests and json, and writes them as NDJSON: what compare.py measures risktop
against.

  read_signins.py CUSTOMER TENANT   (the account in RISKTOP_API_URL and so on, as risktop takes it)
"""
import json, os, sys

import requests


def main():
    customer, tenant = sys.argv[1:]
    session = requests.Session()
    account = {"grant_type": "client_credentials", "client_id": os.environ["RISKTOP_CLIENT_ID"],
               "client_secret": os.environ["RISKTOP_CLIENT_SECRET"], "scope": "elements.um.user.read.all"}
    token = session.post(os.environ["RISKTOP_TOKEN_URL"], data=account).json()["access_token"]
    session.headers.update({"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    url = (f"{os.environ['RISKTOP_API_URL']}/partner/external/v3/um/customers/{customer}/tenants/{tenant}"
           "/overview/security/compliances/signins")
    page = read = 0
    while True:
        page += 1
        answer = session.get(url, params={"pageIndex": page, "pageSize": 100}).json()
        for row in answer["data"]: sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        read += len(answer["data"])
        if not answer["data"] or read >= answer["metadata"]["totalCount"]: return


if __name__ == "__main__":
    main()
