#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include "base/Result.h"

namespace nodescope::cli {

/// An option of a command, written `--name`, `--name VALUE` or `--name=VALUE`.
struct Option
{
    QString name;
    QString value; ///< what stands for the value in the help; empty: a switch
    QString help;
};

/// What was given behind a command's name, taken apart. A value.
class Arguments
{
public:
    /// Takes the words apart. `--` ends the options; `-` followed by a digit is no option, so that
    /// negative numbers are terms. Of an option given twice the last counts. The error is a sentence.
    ///
    /// `--cookie` is refused whatever `options` say: every user of a machine sees the arguments of its
    /// processes.
    [[nodiscard]] static base::Result<Arguments, QString> parse(const QStringList &words,
                                                                const QList<Option> &options);

    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    /// Empty if it was not given.
    [[nodiscard]] QString value(const QString &option) const { return values(option).value(0); }
    /// All values of an option that may be given several times, the last first.
    [[nodiscard]] QStringList values(const QString &option) const { return m_options.value(option); }
    [[nodiscard]] const QStringList &positional() const { return m_positional; }

private:
    QHash<QString, QStringList> m_options;
    QStringList m_positional;
};

} // namespace nodescope::cli
