# One image recipe for the three services:
#   docker build --build-arg SERVICE=query-service -t policy-tracker/query-service .
# It packs what Maven built before: ./tracker mvn -Dfast package
FROM eclipse-temurin:25-jre

ARG SERVICE
WORKDIR /app

COPY docker/ready.sh ./
# Third-party jars change seldom, so they lie in a layer below the service's own classes.
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/*.jar ./
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/

# Read by the java launcher itself, so that no shell stands between the container's signals and Java.
# Heap as a share of the container's memory limit; a process out of memory ends and is started again.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Djava.util.logging.manager=org.jboss.logmanager.LogManager" \
    QUARKUS_HTTP_HOST=0.0.0.0

# A number, so that Kubernetes can see that it is not root; nothing below /app is written.
USER 10001

# Exec form: Java is process 1 and gets SIGTERM. It replaces the base image's entry point, which
# would only import certificates on request.
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
