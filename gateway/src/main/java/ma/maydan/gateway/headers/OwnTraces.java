package ma.maydan.gateway.headers;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every request starts a trace of our own: who calls from outside chooses neither its id nor whether it is kept, and
 * puts nothing into it. The trace that they say to be in is linked.
 */
@Configuration(proxyBeanMethods = false)
class OwnTraces {

    @Bean
    PropagatingReceiverTracingObservationHandler<?> receivedRequests(Tracer tracer, Propagator propagator) {
        return new PropagatingReceiverTracingObservationHandler<>(tracer, new Door(tracer, propagator));
    }

    private record Door(Tracer tracer, Propagator propagator) implements Propagator {

        @Override
        public List<String> fields() {
            return propagator.fields();
        }

        @Override
        public <C> void inject(TraceContext context, @Nullable C carrier, Setter<C> setter) {
            propagator.inject(context, carrier, setter);
        }

        @Override
        public <C> Span.Builder extract(@Nullable C carrier, Getter<C> getter) {
            var own = tracer.spanBuilder().setNoParent();
            return Optional.ofNullable(carrier)
                    .flatMap(request -> ForeignTrace.of(getter.get(request, ForeignTrace.HEADER)))
                    .map(foreign -> own.addLink(new Link(tracer.traceContextBuilder()
                            .traceId(foreign.traceId())
                            .spanId(foreign.spanId())
                            .sampled(false)
                            .build())))
                    .orElse(own);
        }
    }
}
