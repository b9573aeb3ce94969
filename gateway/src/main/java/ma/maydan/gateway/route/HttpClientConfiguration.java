package ma.maydan.gateway.route;

import java.io.IOException;
import java.io.OutputStream;
import ma.maydan.gateway.GatewaySettings;
import ma.maydan.gateway.refusal.Refusal;
import ma.maydan.gateway.refusal.RefusedException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/** One pool of connections to everything behind the gateway. The client adds nothing of its own to an exchange. */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {

    private static final String READY = HttpClientConfiguration.class.getName();

    @Bean(destroyMethod = "close")
    CloseableHttpClient httpClient(GatewaySettings settings) {
        var calls = settings.calls();
        var silence = Timeout.of(calls.responseTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(calls.maxConnections())
                .setMaxConnTotal(calls.maxConnections() * 4)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setTcpNoDelay(true)
                        .setSoTimeout(silence)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(calls.connectTimeout()))
                        .setSocketTimeout(silence)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.ofSeconds(2))
                        .setResponseTimeout(silence)
                        .build())
                .addRequestInterceptorLast((request, body, context) -> context.setAttribute(READY, true))
                .addExecInterceptorFirst("refuse", HttpClientConfiguration::refuseWhatCannotBeSent)
                .addExecInterceptorLast("break-off", HttpClientConfiguration::breakOffWithTheCaller)
                .evictIdleConnections(TimeValue.ofSeconds(20))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** What the client itself refuses to send is the caller's fault; whatever fails later is the upstream's. */
    private static ClassicHttpResponse refuseWhatCannotBeSent(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (HttpException | IllegalArgumentException e) {
            if (scope.clientContext.getAttribute(READY) == null) {
                throw new RefusedException(Refusal.of(HttpStatus.BAD_REQUEST));
            }
            throw e;
        }
    }

    /** Half a body must not look like a whole one: the client would end its chunks after any failure. */
    private static ClassicHttpResponse breakOffWithTheCaller(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        var body = request.getEntity();
        if (body != null) {
            request.setEntity(new HttpEntityWrapper(body) {
                @Override
                public void writeTo(OutputStream upstream) throws IOException {
                    try {
                        super.writeTo(upstream);
                    } catch (RefusedException e) {
                        scope.execRuntime.discardEndpoint();
                        throw e;
                    }
                }
            });
        }
        return chain.proceed(request, scope);
    }

    @Bean
    ClientHttpRequestFactory requests(CloseableHttpClient httpClient) {
        return new HttpComponentsClientHttpRequestFactory(httpClient);
    }
}
