package ai.policytracker.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.255.255.255, true",
    "127.0.0.0/8, 128.0.0.0, false",
    "127.0.0.0/8, 126.255.255.255, false",
    "127.0.0.0/8, ::1, false",
    "127.0.0.0/8, ::ffff:127.0.0.1, true",
    "::1/128, ::1, true",
    "::1/128, ::2, false",
    "::/0, ::2, true",
    "::/0, 10.0.0.1, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "10.1.2.3/32, 10.1.2.3, true",
    "10.1.2.3/32, 10.1.2.2, false",
    "fd00::/9, fd7f::1, true",
    "fd00::/9, fd80::1, false"
  })
  void aNetworkHoldsWhatItsPrefixSays(String network, String address, boolean held) {
    assertThat(Network.of(network).contains(InetAddress.ofLiteral(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1/8",
        "127.0.0.0/33",
        "127.0.0.0/-1",
        "127.0.0.0/8/8",
        "localhost/8",
        "::1/129",
        "127.1/8",
        "10.0.0.0/"
      })
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void byDefaultOnlyLoopbackIsTrusted() {
    List<Network> trusted = settings(Map.of()).orElseThrow();

    assertThat(trusted).containsExactly(Network.of("127.0.0.0/8"), Network.of("::1/128"));
  }

  @Test
  void anEmptySettingTrustsNobody() {
    assertThat(settings(Map.of("tracker.ingestion.trusted-networks", ""))).isEmpty();
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> settings(Map.of("tracker.ingestion.trusted-networks", "10.0.0.1/8")))
        .hasMessageContaining("tracker.ingestion.trusted-networks")
        .hasMessageContaining("10.0.0.1/8");
  }

  private static Optional<List<Network>> settings(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestionSettings.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(IngestionSettings.class)
        .trustedNetworks();
  }
}
