package ma.maydan.system;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One thing that is odd about a request, which is sound but for that.
 *
 * @param legible whether a server can read the whole head: else it cannot tell what the caller would like to be told,
 *     and in which language
 */
record OddRequest(String name, boolean legible, UnaryOperator<RawRequest> change) {

    /** Header lines that can be read and say what nobody should; a character is a byte. */
    private static final List<String> LINES = List.of(
            "Accept-Language: " + languages(11),
            "Accept-Language: " + languages(200),
            "Accept-Language: *;q=x, ;;, fr;q=2",
            "Accept-Language: fr;q=0.12345, ar;q=-1, en;q=",
            "Accept-Language: fr-\u00e9, \u00d8\u00b9",
            "Accept-Language: *",
            "Accept-Language:",
            "Accept: */*",
            "Accept: application/*",
            "Accept: image/png",
            "Accept: x",
            "Accept: */x;q=q",
            "Accept: text/html;q=0, application/json;q=9",
            "Accept: text/html;;;=, /",
            "Accept:",
            "Accept-Charset: x, *;q=y",
            "Accept-Encoding: x;q=q, *;q=0",
            "Accept-Encoding: gzip;q=0.001, br, zstd",
            "Content-Type: */*",
            "Content-Type: text/*",
            "Content-Type: application/*+json",
            "Content-Type:",
            "Content-Type: x",
            "Content-Type: /",
            "Content-Type: application/json;",
            "Content-Type: application/json; charset=nowhere",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=\"",
            "Content-Type: application/json; q=\u00e9",
            "Content-Type: text/plain; charset=nowhere",
            "Content-Type: application/yaml",
            "Content-Type: application/x-www-form-urlencoded; charset=nowhere",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data; boundary=\"",
            "Content-Type: multipart/form-data; boundary=x; charset=nowhere",
            "Content-Type: multipart/mixed; boundary=" + "b".repeat(200),
            "Content-Encoding: gzip",
            "Content-Encoding: zstd, x",
            "Content-Encoding:",
            "Content-Language: \u00e9",
            "Content-Location: http://[",
            "Content-Range: bytes x",
            "Expect: 100-continue",
            "Expect: x",
            "Range: bytes=x",
            "Range: bytes=0-0,5-6,-1",
            "Range: bytes=9-1",
            "Range: bytes=" + "0-0,".repeat(300) + "1-1",
            "If-Range: x",
            "If-Match: x",
            "If-Match: *",
            "If-Match: W/\"1\", \"2\", \"",
            "If-Match: \"1\", \"2\", W/\"3\"",
            "If-Match: \"\u00e9\"",
            "If-Match: \"99999999999999999999\"",
            "If-Match:",
            "If-None-Match: x",
            "If-None-Match: *",
            "If-None-Match: \"a\", W/\"b\", \"c",
            "If-None-Match: \"a\",,W/\"b\"",
            "If-None-Match: ,",
            "If-Modified-Since: yesterday",
            "If-Modified-Since: Sat, 29 Oct 1994 19:43:31 GMT, x",
            "If-Modified-Since: 99999999999999999999",
            "If-Unmodified-Since: x",
            "If-Unmodified-Since: Sat, 29 Oct 1994 19:43:31 GMT",
            "Idempotency-Key:",
            "Idempotency-Key: a b",
            "Idempotency-Key: \u00e9",
            "Idempotency-Key: \"" + "k".repeat(300) + "\"",
            "Forwarded: for=x;;, for=\"[",
            "X-Forwarded-For: x, ,, 1.2.3.4.5",
            "X-Forwarded-Host: [",
            "X-Forwarded-Proto: ://",
            "X-Forwarded-Port: x",
            "X-Forwarded-Prefix: //\u00e9/..",
            "X-Original-URL: /actuator",
            "X-HTTP-Method-Override: TRACE",
            "X-Maydan-Csrf: \u00e9",
            "Host: localhost:99999",
            "Host: elsewhere.example:1",
            "Host: [::1]",
            "Host:",
            "Origin: x",
            "Origin: http://[",
            "Origin: null",
            "Referer: http://[::",
            "Referer: \u00e9",
            "Cookie: ;;==, $Version=x; \"",
            "Cookie: MAYDAN_SESSION",
            "Cookie: MAYDAN_SESSION=%zz; MAYDAN_SESSION=\u00e9",
            "Cookie: lang=<x>; lang=\u00d8\u00b9",
            "Cookie: a=" + "c".repeat(6000),
            "Cookie: " + "a=b; ".repeat(500),
            "Authorization:",
            "Authorization: Bearer",
            "Authorization: Bearer ",
            "Authorization: Bearer a b",
            "Authorization: Bearer \u00e9.\u00e9.\u00e9",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
            "Authorization: Basic \u00e9",
            "Authorization: Basic YTpi",
            "Authorization: Digest username=\"",
            "Proxy-Authorization: Basic YTpi",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Connection: ,;, x y, authorization",
            "Connection: upgrade, content-type, host",
            "Keep-Alive: x",
            "TE: x;q=q",
            "Trailer: x, content-length",
            "Max-Forwards: x",
            "Via: \u00e9",
            "Cache-Control: max-age=x, ,=",
            "Pragma: \u00e9",
            "traceparent: x",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-zz",
            "tracestate: =,\u00e9",
            "baggage: =;,%zz",
            "b3: x",
            "HX-Request: \u00e9",
            "HX-Current-URL: http://[",
            "X-CSRF-TOKEN: \u00e9",
            "Access-Control-Request-Method: x",
            "User-Agent:",
            "From: \u00e9",
            "\u00e9: x");

    /** Header lines that a server need not understand as such. */
    private static final List<String> ILLEGIBLE = List.of(
            "Host: a b",
            "Host: [",
            "X-Odd: \u0001",
            "X-Odd: a\u0000b",
            "X-Odd: \u007f",
            "X-Odd: a\rb",
            "X-Folded: a\r\n b",
            "User-Agent: \u001b[31m",
            "Accept-Language: fr\u0008",
            "Content-Type: application/json\u000b",
            "Cookie: a=\u0002",
            "Authorization: Bearer \u0003",
            "X Space: x",
            "X-Space : x",
            ": x",
            "no colon",
            "X-Long: " + "x".repeat(9_000),
            "X-Long: " + "x".repeat(40_000),
            "Content-Length: x",
            "Content-Length: -1",
            "Content-Length: +2",
            "Content-Length: 2, 3",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: x",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, gzip",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: \u00e9",
            "Transfer-Encoding:");

    /** What is said twice. */
    private static final List<String> TWICE = List.of(
            "Authorization: Bearer a",
            "Content-Type: application/json",
            "Idempotency-Key: a",
            "If-Match: \"1\"",
            "If-None-Match: \"1\"",
            "Accept: text/html",
            "Accept-Language: fr",
            "Origin: http://localhost",
            "Range: bytes=0-1",
            "Cookie: lang=fr",
            "traceparent: x");

    private static final List<String> METHODS =
            List.of("HEAD", "OPTIONS", "TRACE", "PATCH", "PUT", "DELETE", "FOO", "get", "PROPFIND", "M-SEARCH");

    /** What may stand in a query, and not in one of ours. */
    private static final List<String> PARAMETERS = List.of(
            "%00=x",
            "a%0ab=x",
            "%1b=x",
            "%7f=x",
            "x=%01",
            "%c2%85=x",
            "x=%zz",
            "%zz=x",
            "%FF=%FE",
            "&&=&",
            "_csrf=x",
            "lang=%00",
            "limit=%D9%A2%D9%A0",
            "cursor=%00",
            "done=%00",
            "x=" + "x".repeat(5000),
            IntStream.range(0, 1200).mapToObj(i -> "p" + i).collect(Collectors.joining("&")));

    /** All of them, in an order that stays. */
    static List<OddRequest> all() {
        var all = new ArrayList<OddRequest>();
        LINES.forEach(line -> all.add(new OddRequest(line, true, request -> request.with(line))));
        ILLEGIBLE.forEach(line -> all.add(new OddRequest(line, false, request -> request.with(line))));
        TWICE.forEach(line -> all.add(new OddRequest(
                "twice " + line, true, request -> request.with(line).and(line))));
        all.add(illegible("twice Host", request -> request.and("Host: elsewhere")));
        all.add(illegible(
                "twice Content-Length",
                request -> request.with("Content-Length: 2").and("Content-Length: 3")));
        for (var method : METHODS) {
            all.add(new OddRequest(method, true, request -> request.by(method).sending("")));
            all.add(new OddRequest(
                    method + " with a query",
                    true,
                    request -> request.by(method).sending("").asking("x=y")));
            all.add(new OddRequest(
                    method + " with a body", true, request -> request.by(method).sending("{}")));
        }
        all.add(illegible("G<T", request -> request.by("G<T")));
        all.add(illegible("CONNECT", request -> request.by("CONNECT").to("localhost:1")));
        all.add(new OddRequest("its method with a body", true, request -> request.sending("{\"a\":")));
        PARAMETERS.forEach(
                parameter -> all.add(new OddRequest("?" + parameter, true, request -> request.asking(parameter))));
        targets(all);
        framing(all);
        all.add(illegible("200 headers", request -> repeated(request, 200)));
        all.add(new OddRequest("60 headers", true, request -> repeated(request, 60)));
        all.add(illegible("no Host", request -> request.without("host")));
        return List.copyOf(all);
    }

    /** Short, and of what can be printed. */
    @Override
    public String toString() {
        var printable = name.chars()
                .mapToObj(c -> c >= ' ' && c < 127 ? Character.toString(c) : "\\x%02x".formatted(c))
                .collect(Collectors.joining());
        return printable.length() > 60 ? printable.substring(0, 60) + "… (" + name.length() + ")" : printable;
    }

    private static void targets(List<OddRequest> all) {
        all.add(illegible("a line too long", request -> request.asking("x=" + "x".repeat(40_000))));
        all.add(illegible("a path not of ASCII", request -> request.to(request.target() + "\u00e9")));
        all.add(illegible("a fragment", request -> request.to(request.target() + "#x")));
        all.add(illegible("brackets", request -> request.asking("[x]={y}|\\^`")));
        all.add(illegible("a star", request -> request.to("*")));
        all.add(new OddRequest("a path parameter", true, request -> request.to(request.target() + ";x=y")));
        all.add(new OddRequest("two slashes", true, request -> request.to("/" + request.target())));
        all.add(new OddRequest("a whole address", true, request -> request.to("http://localhost" + request.target())));
    }

    private static void framing(List<OddRequest> all) {
        Stream.of(
                        "zz\r\n{}\r\n0\r\n\r\n",
                        "2\r\n{}zz\r\n\r\n",
                        "-1\r\n{}\r\n0\r\n\r\n",
                        "2;\u0001=x\r\n{}\r\n0\r\n\r\n")
                .forEach(chunks -> all.add(new OddRequest("broken chunks " + chunks, true, chunked(chunks))));
        all.add(new OddRequest("chunks with a trailer", true, chunked("2\r\n{}\r\n0\r\nHost: x\r\n\r\n")));
        all.add(illegible(
                "chunks and a length",
                request -> chunked("2\r\n{}\r\n0\r\n\r\n").apply(request).and("Content-Length: 2")));
        all.add(new OddRequest(
                "2 MB announced", true, request -> request.sending("{}").with("Content-Length: 2000000")));
    }

    private static UnaryOperator<RawRequest> chunked(String chunks) {
        return request -> request.sending(chunks).with("Transfer-Encoding: chunked");
    }

    private static RawRequest repeated(RawRequest request, int times) {
        var more = request;
        for (var i = 0; i < times; i++) {
            more = more.and("X-More-" + i + ": x");
        }
        return more;
    }

    private static OddRequest illegible(String name, UnaryOperator<RawRequest> change) {
        return new OddRequest(name, false, change);
    }

    /** None of which is ours. */
    private static String languages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "" + (char) ('q' + i % 10) + (char) ('a' + i / 10 % 26) + "-" + (100 + i))
                .collect(Collectors.joining(","));
    }
}
