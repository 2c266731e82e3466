<?php
// With the client that redocly generate-client makes for PHP: its methods throw for an error status.
require __DIR__ . '/client.php';

use AutoSharesOrderCancellation\{ApiError, Client, Config};

[, $baseUrl, $appKey, $token, $kind, $orderId] = $argv;
$auth = ['apiKey' => ['appKey' => $appKey], 'bearer' => $token];
$client = new Client(new Config(serverUrl: $baseUrl, auth: $auth));
try {
    if ($kind === 'slow') {
        $client->cancelSyncOrder('1.0', 6303, (int) $orderId);
    } else {
        $client->cancelOrder('1.0', 6303, (int) $orderId);
    }
    echo "accepted\n";
} catch (ApiError $error) {
    echo "failed: {$error->getMessage()}\n";
}
