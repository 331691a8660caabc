#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QHash>
#include <QStringList>

#include "dist/LocalProcess.h"
#include "term/Identifiers.h"

namespace nodescope::dist {

/// The processes of one LocalNode by number, by registered name and by alias; and the numbers that pids
/// and references are made of. Owns nothing: processes are children of their node.
class ProcessTable
{
public:
    /// A number for a new process. Stays within 15 bits of id and 13 of serial, which peers without
    /// V4_NC understand, too.
    struct Number
    {
        quint32 id = 0;
        quint32 serial = 0;
    };
    [[nodiscard]] Number nextNumber();
    /// Three words that no reference of this node has had, the lowest with 18 bits (as above).
    [[nodiscard]] std::array<quint32, 3> nextReference();

    void add(LocalProcess *process);
    /// Forgets the process, its name and its aliases.
    void remove(LocalProcess *process);
    [[nodiscard]] LocalProcess *find(quint32 id, quint32 serial) const;
    [[nodiscard]] LocalProcess *find(const QString &name) const { return m_names.value(name); }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] std::vector<LocalProcess *> all() const;

    void addAlias(const term::Reference &alias, LocalProcess *process, AliasKind kind);
    void removeAlias(const term::Reference &alias) { m_aliases.remove(alias); }
    /// The aliases that end with their monitor, if this is one.
    void removeAliasOfMonitor(const term::Reference &monitor);
    [[nodiscard]] LocalProcess *findAlias(const term::Reference &alias) const;
    /// Null: no alias.
    [[nodiscard]] std::optional<AliasKind> kindOf(const term::Reference &alias) const;
    /// Forgets the aliases under a name and incarnation that are ours no longer.
    void removeAliasesUnder(const QString &node, quint32 creation);

private:
    struct Alias
    {
        LocalProcess *process = nullptr;
        AliasKind kind = AliasKind::Explicit;
    };

    QHash<quint64, LocalProcess *> m_processes; // serial and id
    QHash<QString, LocalProcess *> m_names;
    QHash<term::Reference, Alias> m_aliases;
    quint64 m_lastNumber = 0;
    quint64 m_lastReference = 0;
};

} // namespace nodescope::dist
