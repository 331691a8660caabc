#pragma once

#include <memory>
#include <vector>

#include <QTest>

#include "Bystanders.h"
#include "Findings.h"
#include "Table.h"
#include "integration/cli/Cli.h"
#include "support/Namespace.h"

namespace nodescope::test {

/// What one case happens on: a port mapper, real nodes, the fault, and the program beside them. Made anew for
/// each case, so that none sees what another left.
class Stage
{
public:
    /// `within`: everything happens inside, with EPMD on its standard port and on all addresses there.
    explicit Stage(Table &table, const Namespace *within = nullptr);

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] PeerEpmd &epmd() { return m_epmd; }
    [[nodiscard]] Cli &cli() { return m_cli; }
    [[nodiscard]] Bystanders &bystanders() { return m_bystanders; }

    /// Starts a node of this stage, NAME or NAME@HOST; null if it does not start, and its output is
    /// shown. `flags` are parted by spaces.
    Peer *node(const char *name, const QString &flags = {}, const char *cookie = "peers-cookie");
    Peer *node(Peer::Options options);
    /// Ends the nodes.
    void clear() { m_peers.clear(); }

    /// `nodescope-cli doctor WORDS --json`, beside the nodes as they are now. The words are parted by spaces.
    [[nodiscard]] Findings doctor(const QString &words);
    /// `nodescope-cli explain --json`, with that log.
    [[nodiscard]] Findings explain(const QString &log);
    /// Empty if it found what was expected and harmed nobody. A row of the table.
    [[nodiscard]] QString check(const Expected &expected, const Findings &all);

    /// What `erl` with these arguments writes until it ends, which it must by itself. `starter`: a command of
    /// the peer's system that starts it, e.g. `setpriv`.
    [[nodiscard]] QString startOf(const QStringList &arguments,
                                  const QMap<QString, QString> &environment = {},
                                  const QStringList &starter = {}) const;
    /// What a node logged since it was started, without answers to the test.
    [[nodiscard]] static QString logOf(Peer &peer);

private:
    [[nodiscard]] Findings run(const QStringList &words, const QByteArray &input);
    [[nodiscard]] QList<Peer *> peers() const;

    Table &m_table;
    const QStringList m_within;
    PeerEpmd m_epmd;
    Cli m_cli;
    Bystanders m_bystanders;
    std::vector<std::unique_ptr<Peer>> m_peers;
    bool m_ready = false;
};

} // namespace nodescope::test

/// Inside a test function: the examination must find that, and harm nobody.
#define FINDS(stage, expected, findings)                                                                     \
    do {                                                                                                     \
        const nodescope::test::Findings saidHere = (findings);                                               \
        const QString differsHere = (stage).check((expected), saidHere);                                     \
        QVERIFY2(differsHere.isEmpty(), qPrintable(differsHere + u'\n' + saidHere.text()));                  \
    } while (false)
