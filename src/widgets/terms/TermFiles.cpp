#include "widgets/terms/TermFiles.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSaveFile>

#include "term/Encoder.h"
#include "term/Json.h"
#include "term/Parser.h"
#include "term/Tags.h"
#include "widgets/common/SafeText.h"
#include "widgets/send/ErrandWords.h"
#include "widgets/terms/TermWords.h"

namespace nodescope::widgets {

using term::Term;

namespace {

/// As much as a frame may hold.
constexpr qint64 MostRead = qint64(256) << 20;

class TermFileText
{
    Q_DECLARE_TR_FUNCTIONS(TermFiles)
};

void complain(const QString &text, QWidget *parent)
{
    QMessageBox box(QMessageBox::Warning, TermFileText::tr("Term"), text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

QString filters()
{
    return QStringList{TermFileText::tr("Erlang (*.erl *.term)"), TermFileText::tr("Elixir (*.exs)"),
                       TermFileText::tr("JSON (*.json)"), TermFileText::tr("External Term Format (*.etf)")}
        .join(QStringLiteral(";;"));
}

} // namespace

TermFileKind termFileKind(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("ex") || ending == QLatin1String("exs"))
        return TermFileKind::Elixir;
    if (ending == QLatin1String("json"))
        return TermFileKind::Json;
    if (ending == QLatin1String("etf") || ending == QLatin1String("bin"))
        return TermFileKind::Bytes;
    return TermFileKind::Erlang;
}

QByteArray termFileBytes(const Term &term, TermFileKind kind)
{
    term::PrintOptions options;
    options.pretty = true;
    switch (kind) {
    case TermFileKind::Bytes:
        return term::encode(term);
    case TermFileKind::Json: {
        term::JsonOptions json;
        json.pretty = true;
        return term::toJson(term, json) + '\n';
    }
    case TermFileKind::Elixir:
        options.syntax = term::Syntax::Elixir;
        return term::print(term, options).text.toUtf8() + '\n';
    case TermFileKind::Erlang:
        break;
    }
    return term::print(term, options).text.toUtf8() + ".\n";
}

base::Result<Term, QString> readTermFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Failure{
            TermFileText::tr("%1 cannot be read: %2").arg(visibleText(path), file.errorString())};
    if (file.size() > MostRead)
        return base::Failure{TermFileText::tr("%1 is larger than %2.")
                                 .arg(visibleText(path), QLocale().formattedDataSize(MostRead))};
    const QByteArray bytes = file.readAll();
    if (!bytes.isEmpty() && static_cast<quint8>(bytes.at(0)) == term::Tag::Version) {
        const auto decoded = term::decode(bytes);
        if (!decoded.ok())
            return base::Failure{sentenceFor(decoded.error())};
        return decoded->term;
    }
    const auto syntax =
        termFileKind(path) == TermFileKind::Elixir ? term::Syntax::Elixir : term::Syntax::Erlang;
    const auto parsed = term::parse(QString::fromUtf8(bytes), {syntax, {}});
    if (parsed.ok())
        return *parsed;
    const term::ParseError &error = parsed.error();
    return base::Failure{
        TermFileText::tr("Line %1, column %2: %3")
            .arg(QLocale().toString(error.line), QLocale().toString(error.column), sentenceFor(error.code))};
}

void saveTermAs(const Term &term, QWidget *parent)
{
    QString chosen;
    QString path = QFileDialog::getSaveFileName(parent, TermFileText::tr("Save Term"),
                                                QStringLiteral("message.term"), filters(), &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += chosen.contains(QStringLiteral("etf"))    ? QStringLiteral(".etf")
                : chosen.contains(QStringLiteral("exs"))  ? QStringLiteral(".exs")
                : chosen.contains(QStringLiteral("json")) ? QStringLiteral(".json")
                                                          : QStringLiteral(".term");
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(termFileBytes(term, termFileKind(path))) >= 0 && file.commit();
    if (!written)
        complain(TermFileText::tr("%1 cannot be written: %2").arg(visibleText(path), file.errorString()),
                 parent);
}

Term loadTerm(QWidget *parent)
{
    const QString path = QFileDialog::getOpenFileName(
        parent, TermFileText::tr("Open Term"), {},
        TermFileText::tr("Terms (*.erl *.term *.config *.ex *.exs *.etf *.bin);;All files (*)"));
    if (path.isEmpty())
        return {};
    const auto read = readTermFile(path);
    if (!read.ok())
        complain(read.error(), parent);
    return read.ok() ? *read : Term();
}

} // namespace nodescope::widgets
