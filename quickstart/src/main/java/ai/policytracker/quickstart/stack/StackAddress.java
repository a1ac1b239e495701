package ai.policytracker.quickstart.stack;

/** Where a stack that somebody else starts and stops listens. Closing it does nothing. */
public record StackAddress(
    String kafkaBootstrapServers,
    String postgresHost,
    int postgresPort,
    String postgresUser,
    String postgresPassword)
    implements Stack {

  static StackAddress of(Stack stack) {
    return new StackAddress(
        stack.kafkaBootstrapServers(),
        stack.postgresHost(),
        stack.postgresPort(),
        stack.postgresUser(),
        stack.postgresPassword());
  }

  @Override
  public void close() {}
}
