package ai.policytracker.ingest.extract;

class RulesContractTest extends ClaimReaderContract {
  @Override
  protected ClaimReader reader() {
    return new ClaimExtractor();
  }
}
