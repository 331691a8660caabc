import com.ericsson.otp.erlang.*;
import java.nio.file.*;
import java.util.Arrays;

/** JInterface's figures: JBench terms DIRECTORY | JBench links NODE COOKIE SECTION */
public class JBench {
    static void sample(String measure, double value) {
        System.out.printf(java.util.Locale.ROOT, "java %s %.6f%n", measure, value);
    }

    static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    public static void main(String[] arguments) throws Exception {
        Throwable[] failure = new Throwable[1];
        // Deep terms are decoded by recursion.
        Thread thread = new Thread(null, () -> {
            try {
                if (arguments[0].equals("terms"))
                    terms(arguments[1]);
                else
                    links(arguments[1], arguments[2], arguments[3]);
            } catch (Throwable error) {
                failure[0] = error;
            }
        }, "bench", 1L << 30);
        thread.start();
        thread.join();
        if (failure[0] != null) {
            System.err.println(failure[0]);
            System.exit(1);
        }
        System.exit(0);
    }

    static void terms(String directory) throws Exception {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory), "*.etf")) {
            for (Path file : files)
                codec(file);
        }
    }

    static void codec(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString().replace(".etf", "");
        int warm = 8, rounds = 9;
        double[] decoding = new double[rounds], encoding = new double[rounds];
        for (int i = -warm; i < rounds; i++) {
            long begin = System.nanoTime();
            OtpErlangObject term = new OtpInputStream(bytes, 0, bytes.length, 0).read_any();
            long decoded = System.nanoTime();
            OtpOutputStream out = new OtpOutputStream();
            out.write1(131);
            term.encode(out);
            long end = System.nanoTime();
            if (i >= 0) {
                decoding[i] = (decoded - begin) / 1e3;
                encoding[i] = (end - decoded) / 1e3;
            }
        }
        sample("decode." + name, median(decoding));
        sample("encode." + name, median(encoding));
    }

    static void links(String node, String cookie, String section) throws Exception {
        OtpSelf self = new OtpSelf("jbench@127.0.0.1", cookie);
        OtpPeer peer = new OtpPeer(node);
        if (section.equals("connect")) {
            connects(self, peer);
            return;
        }
        OtpConnection connection = self.connect(peer);
        if (section.equals("call"))
            calls(connection);
        else if (section.equals("small"))
            traffic(self, connection, "64", 64, 200000);
        else
            traffic(self, connection, "64k", 65536, 8000);
    }

    static void connects(OtpSelf self, OtpPeer peer) throws Exception {
        double[] times = new double[100];
        for (int i = -20; i < times.length; i++) {
            long begin = System.nanoTime();
            OtpConnection connection = self.connect(peer);
            if (i >= 0)
                times[i] = (System.nanoTime() - begin) / 1e3;
            connection.close();
            Thread.sleep(2);
        }
        sample("connect", median(times));
    }

    static void calls(OtpConnection connection) throws Exception {
        double[] times = new double[2000];
        for (int i = -2000; i < times.length; i++) {
            long begin = System.nanoTime();
            connection.sendRPC("erlang", "node", new OtpErlangList());
            connection.receiveRPC();
            if (i >= 0)
                times[i] = (System.nanoTime() - begin) / 1e3;
        }
        sample("call.median", median(times));
        sample("call.p99", times[times.length * 99 / 100]);
    }

    static void traffic(OtpSelf self, OtpConnection connection, String name, int size, int count) throws Exception {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 7);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++)
            connection.send("bench_count", new OtpErlangBinary(bytes));
        connection.send("bench_count",
            new OtpErlangTuple(new OtpErlangObject[] {new OtpErlangAtom("done"), self.pid()}));
        connection.receive();
        figures("send" + name, count, size, (System.nanoTime() - begin) / 1e3);
        begin = System.nanoTime();
        connection.send("bench_source", new OtpErlangTuple(new OtpErlangObject[] {
            self.pid(), new OtpErlangLong(count), new OtpErlangLong(size)}));
        for (int i = 0; i < count; i++)
            connection.receive();
        figures("receive" + name, count, size, (System.nanoTime() - begin) / 1e3);
    }

    static void figures(String name, int count, int size, double time) {
        sample(name + ".rate", count * 1e3 / time);
        sample(name + ".mbs", (double) count * size / time);
    }
}
