#pragma once

#include <QIdentityProxyModel>
#include <QSortFilterProxyModel>

#include "cluster/Process.h"
#include "widgets/tables/TableWords.h"

namespace nodescope::widgets {

/// Words over models::ProcessTableModel.
class ProcessWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Processes in whose texts some words stand, all of them. Without words in their order at the node.
class ProcessFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProcessFilter(QObject *parent = nullptr);
    void setWords(const QString &text);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
};

/// Words over models::SupervisionModel.
class SupervisionWords : public TableWords
{
    Q_OBJECT

public:
    using TableWords::TableWords;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// Why a node tells nothing of its processes, as a sentence.
[[nodiscard]] QString refusalText(const QString &refusal, const base::NodeName &node);
/// `linked`, `monitors it`, `monitored by it`, seen from the process.
[[nodiscard]] QString wordFor(cluster::TieKind kind);
/// A process in few words: its name, or its short pid.
[[nodiscard]] QString processText(const QString &name, const QString &pid);

} // namespace nodescope::widgets
