package ma.maydan.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientTest {

    @Test
    void addressesOfOneIpv6NetworkCountTogether() {
        assertThat(Client.at("2001:db8:1:2::1")).isEqualTo(Client.at("2001:db8:1:2:ffff::9"));
        assertThat(Client.at("2001:db8:1:2::1")).isNotEqualTo(Client.at("2001:db8:1:3::1"));
    }

    @Test
    void ipv4AddressesCountAlone() {
        assertThat(Client.at("192.0.2.1")).isNotEqualTo(Client.at("192.0.2.2"));
        assertThat(Client.at("::ffff:192.0.2.1").id()).isEqualTo("192.0.2.1");
    }
}
