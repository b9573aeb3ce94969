# One build, one image an application: docker build --target gateway -t maydan/gateway .
FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /maydan
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY service-starter service-starter
COPY local-stack local-stack
COPY test-kit test-kit
COPY gateway gateway
COPY portal portal
COPY events-service events-service
COPY incubators-service incubators-service
COPY partners-service partners-service
COPY system-tests/pom.xml system-tests/pom.xml
# local-stack and test-kit serve the tests alone; they are here because the modules' poms name them.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q --batch-mode -Dmaven.test.skip=true -Dmaydan.keycloak.skip=true package -pl '!system-tests'

FROM eclipse-temurin:25.0.3_9-jre-noble AS application
RUN groupadd --gid 10001 maydan && useradd --uid 10001 --gid maydan --no-create-home --shell /usr/sbin/nologin maydan
COPY docker/ready /usr/local/bin/ready
WORKDIR /application
USER 10001:10001
# The heap grows to a fixed share of the container's memory; an application without memory ends and is started anew.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError"

FROM application AS gateway
COPY --from=build /maydan/gateway/target/lib lib
COPY --from=build /maydan/gateway/target/gateway-*.jar application.jar
EXPOSE 8080 9080
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s --retries=6 CMD ["ready", "9080", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-cp", "application.jar:lib/*", "ma.maydan.gateway.GatewayApplication"]

FROM application AS portal
COPY --from=build /maydan/portal/target/lib lib
COPY --from=build /maydan/portal/target/portal-*.jar application.jar
EXPOSE 8085 9085
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s --retries=6 CMD ["ready", "9085", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-cp", "application.jar:lib/*", "ma.maydan.portal.PortalApplication"]

FROM application AS events-service
COPY --from=build /maydan/events-service/target/lib lib
COPY --from=build /maydan/events-service/target/events-service-*.jar application.jar
EXPOSE 8082 9082
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s --retries=6 CMD ["ready", "9082", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-cp", "application.jar:lib/*", "ma.maydan.events.EventsApplication"]

FROM application AS incubators-service
COPY --from=build /maydan/incubators-service/target/lib lib
COPY --from=build /maydan/incubators-service/target/incubators-service-*.jar application.jar
EXPOSE 8083 9083
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s --retries=6 CMD ["ready", "9083", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-cp", "application.jar:lib/*", "ma.maydan.incubators.IncubatorsApplication"]

FROM application AS partners-service
COPY --from=build /maydan/partners-service/target/lib lib
COPY --from=build /maydan/partners-service/target/partners-service-*.jar application.jar
EXPOSE 8084 9084
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s --retries=6 CMD ["ready", "9084", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-cp", "application.jar:lib/*", "ma.maydan.partners.PartnersApplication"]
