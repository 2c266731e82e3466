// With the client that redocly generate-client makes for Go: its methods return an error for an error status.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"matrix/client"
)

func main() {
	baseURL, appKey, token, kind := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	orderID, _ := strconv.Atoi(os.Args[5])
	fixed := func(value string) func() string { return func() string { return value } }
	auth := client.Auth{Bearer: fixed(token), APIKey: map[string]func() string{"appKey": fixed(appKey)}}
	api := client.New(client.Config{ServerURL: baseURL, Auth: auth})
	send := api.CancelOrder
	if kind == "slow" {
		send = api.CancelSyncOrder
	}
	if _, err := send(context.Background(), "1.0", 6303, client.Id(orderID)); err != nil {
		fmt.Println("failed:", err)
		return
	}
	fmt.Println("accepted")
}
