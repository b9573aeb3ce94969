package ma.maydan.starter.erasure;

/** Who waits for the receipts of all services. */
public interface Receipts {

    /** A service has erased all that it held; told again it changes nothing. */
    void carriedOut(String erasure, String service);
}
