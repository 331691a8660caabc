#include "widgets/matrix/MatrixWords.h"

#include <QCoreApplication>

#include "doctor/CauseText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using models::Matrix;
using Seen = models::Matrix::Seen;

namespace {
class MatrixText
{
    Q_DECLARE_TR_FUNCTIONS(MatrixWords)
};

QString saying(Seen seen, const QString &viewer, const QString &other)
{
    switch (seen) {
    case Seen::Up:
        return MatrixText::tr("%1 says that it is connected to %2").arg(viewer, other);
    case Seen::Hidden:
        return MatrixText::tr("%1 says that it is connected to %2, hidden").arg(viewer, other);
    case Seen::Pending:
        return MatrixText::tr("%1 is setting up a connection to %2").arg(viewer, other);
    case Seen::Denied:
    case Seen::Nothing:
        return MatrixText::tr("%1 says that it is not connected to %2").arg(viewer, other);
    case Seen::Failed:
        return MatrixText::tr("the last attempt between %1 and %2 failed").arg(viewer, other);
    case Seen::NotAsked:
        return MatrixText::tr("%1 has not told whether it is connected to %2").arg(viewer, other);
    case Seen::Itself:
        break;
    }
    return viewer;
}
} // namespace

QString wordFor(Seen seen)
{
    switch (seen) {
    case Seen::Itself:
        return MatrixText::tr("itself");
    case Seen::NotAsked:
        return MatrixText::tr("not told");
    case Seen::Nothing:
        return MatrixText::tr("not connected");
    case Seen::Up:
        return MatrixText::tr("connected");
    case Seen::Hidden:
        return MatrixText::tr("hidden");
    case Seen::Pending:
        return MatrixText::tr("being set up");
    case Seen::Denied:
        return MatrixText::tr("only the other end sees it");
    case Seen::Failed:
        break;
    }
    return MatrixText::tr("failed");
}

QString sentenceFor(const cluster::Cluster &cluster, const base::NodeName &viewer,
                    const base::NodeName &other)
{
    const Seen there = Matrix::seen(cluster, viewer, other);
    if (there == Seen::Itself)
        return nameFor(viewer);
    const Seen back = Matrix::seen(cluster, other, viewer);
    QString sentence = saying(there, nameFor(viewer), nameFor(other)) + u'.';
    if (there == Seen::Failed) {
        const cluster::Link *link = cluster.link(cluster::LinkKey(viewer, other));
        if (link && link->diagnosis)
            sentence += u' ' + doctor::sentenceOf(link->diagnosis->cause, link->diagnosis->certainty);
        return sentence;
    }
    return sentence + u'\n' + saying(back, nameFor(other), nameFor(viewer)) + u'.';
}

} // namespace nodescope::widgets
