#pragma once

#include <QTreeWidget>

#include "cluster/Errand.h"
#include "term/Parser.h"

namespace nodescope::widgets {

/// What became of an errand, step by step.
class StepsView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit StepsView(QWidget *parent = nullptr);
    /// Steps only grow, but for the last, which tells the end.
    void setSteps(const QList<cluster::ErrandStep> &steps);
    /// In which terms are shown.
    void setSyntax(term::Syntax syntax);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill(QTreeWidgetItem &row, const cluster::ErrandStep &step) const;

    QList<cluster::ErrandStep> m_steps;
    term::Syntax m_syntax = term::Syntax::Erlang;
};

} // namespace nodescope::widgets
