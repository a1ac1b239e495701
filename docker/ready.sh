# Health check of the service images, which have neither curl nor wget: 0 where the service is ready.
# bash opens the connection itself; read gives up after 4 s. Say "bash ready.sh": plain sh has no /dev/tcp.
exec 3<>"/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT" || exit 1
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 status <&3 && [[ $status == *' 200 '* ]]
