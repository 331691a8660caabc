#pragma once

#include <QHash>
#include <QStringList>

#include "term/Printer.h"

namespace nodescope::cli {

/// What Tab may complete: registered names, nodes, loaded modules, exported functions, and atoms that were
/// typed before. A value; whoever has a node fills it.
class ShellCompletion
{
public:
    struct Offer
    {
        qsizetype length = 0; ///< characters before the cursor that are replaced
        QStringList words;    ///< sorted, without doubles
    };

    /// Atoms, unquoted.
    void setAtoms(const QStringList &atoms) { m_atoms = atoms; }
    void setModules(const QStringList &modules) { m_modules = modules; }
    void setFunctions(const QString &module, const QStringList &functions)
    {
        m_functions.insert(module, functions);
    }
    [[nodiscard]] bool knows(const QString &module) const { return m_functions.contains(module); }
    [[nodiscard]] bool isModule(const QString &module) const { return m_modules.contains(module); }
    /// The module whose function is being typed at the end of the text, or empty.
    [[nodiscard]] static QString moduleBefore(const QString &text, term::Syntax syntax);
    [[nodiscard]] Offer offer(const QString &text, term::Syntax syntax) const;
    /// What all words of a list begin with.
    [[nodiscard]] static QString commonBegin(const QStringList &words);

private:
    QStringList m_atoms;
    QStringList m_modules;
    QHash<QString, QStringList> m_functions;
};

} // namespace nodescope::cli
