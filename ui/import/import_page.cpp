// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_page.h"

#include "ui/charts/note_bar.h"
#include "ui/import/import_form.h"
#include "ui/import/import_models.h"
#include "ui/import/import_table.h"
#include "ui/import/import_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace datasets::v1;

namespace {

constexpr int headerHeight = 72;
constexpr int footHeight = 64;
constexpr int titleHeight = 32;
constexpr int columnRow = 32;
constexpr int columnHeader = 28;
constexpr int lineRow = 24;
constexpr int lineHeader = 40;
constexpr int progressSteps = 1000;

QLabel *label(const Theme &theme, Type type, const char *tone, const char *name)
{
    auto *made = new QLabel;
    made->setObjectName(QLatin1String(name));
    made->setFont(theme.font(type));
    made->setProperty("tone", tone);
    made->setTextFormat(Qt::PlainText);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return made;
}

QFrame *line(Qt::Orientation orientation)
{
    auto *rule = new QFrame;
    rule->setProperty("rule", true);
    orientation == Qt::Horizontal ? rule->setFixedHeight(1) : rule->setFixedWidth(1);
    return rule;
}

} // namespace

ImportPage::ImportPage(const Theme &theme, FileImport &import, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_import(import)
    , m_columns(new FileColumnModel(this))
    , m_lines(new FileLineModel(this))
{
    setObjectName(QStringLiteral("importPage"));
    createWidgets();
    connect(&m_import, &FileImport::stateChanged, this, &ImportPage::showState);
    connect(m_form, &ImportForm::mapChosen, &m_import, &FileImport::setMap);
    connect(m_form, &ImportForm::timezoneChosen, this,
            [this](const QString &zone) { m_import.setTimezone(zone.toStdString()); });
    connect(m_form, &ImportForm::changed, this, &ImportPage::showFoot);
    connect(m_forward, &QPushButton::clicked, this, &ImportPage::goForward);
    connect(m_note, &NoteBar::actionClicked, this, &ImportPage::reconnectWanted);
    connect(m_back, &QPushButton::clicked, this, &ImportPage::goBack);
    auto *escape = new QShortcut(QKeySequence::Cancel, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ImportPage::goBack);
    showState();
}

void ImportPage::createWidgets()
{
    m_note = new NoteBar(m_theme);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHeader());
    column->addWidget(line(Qt::Horizontal));
    column->addWidget(m_note);
    column->addWidget(createBody(), 1);
    column->addWidget(line(Qt::Horizontal));
    column->addWidget(createFoot());
}

QWidget *ImportPage::createHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(headerHeight);
    header->setAutoFillBackground(true);
    header->setBackgroundRole(QPalette::Base);
    m_title = label(m_theme, Type::Question, "", "importTitle");
    m_facts = label(m_theme, Type::Table, "text2", "importFacts");
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    return header;
}

QWidget *ImportPage::createBody()
{
    m_columnTable = importTable(m_theme, *m_columns, columnRow, columnHeader, nullptr);
    m_columnTable->setObjectName(QStringLiteral("importColumns"));
    m_columnTable->setAccessibleName(tr("Columns in the file"));
    m_columnTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_columnTable->horizontalHeader()->setStretchLastSection(true);
    m_lineTable = importTable(m_theme, *m_lines, lineRow, lineHeader, nullptr);
    m_lineTable->setObjectName(QStringLiteral("importLines"));
    m_lineTable->setAccessibleName(tr("First lines of the file"));
    auto *previewTitle = label(m_theme, Type::Table, "text2", "importLinesTitle");
    previewTitle->setText(tr("The first lines, as they are in the file"));
    previewTitle->setFixedHeight(titleHeight);
    previewTitle->setContentsMargins(16, 0, 16, 0);
    auto *preview = new QWidget;
    auto *previewColumn = new QVBoxLayout(preview);
    previewColumn->setContentsMargins(0, 0, 0, 0);
    previewColumn->setSpacing(0);
    previewColumn->addWidget(previewTitle);
    previewColumn->addWidget(line(Qt::Horizontal));
    previewColumn->addWidget(m_lineTable, 1);

    auto *split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("importSplit"));
    split->setHandleWidth(1);
    split->addWidget(m_columnTable);
    split->addWidget(preview);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);

    m_form = new ImportForm(m_theme);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(split, 1);
    row->addWidget(line(Qt::Vertical));
    row->addWidget(m_form);
    return body;
}

QWidget *ImportPage::createFoot()
{
    m_progressTitle = label(m_theme, Type::Table, "", "importProgressTitle");
    QFont strong = m_progressTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_progressTitle->setFont(strong);
    m_progressTitle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_progressFacts = label(m_theme, Type::Table, "text2", "importProgressFacts");
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Imported"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_back = new QPushButton;
    m_back->setObjectName(QStringLiteral("importBack"));
    m_forward = new QPushButton;
    m_forward->setObjectName(QStringLiteral("importForward"));
    m_forward->setProperty("accent", true);

    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_progressTitle);
    words->addWidget(m_progressFacts, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addStretch();
    left->addLayout(words);
    left->addWidget(m_progress);
    left->addStretch();
    auto *foot = new QWidget;
    foot->setFixedHeight(footHeight);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addLayout(left, 1);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    return foot;
}

void ImportPage::setProjects(const std::vector<catalog::v1::Project> &projects)
{
    m_form->setProjects(projects);
}

void ImportPage::open(const QStringList &paths)
{
    m_shownPath.clear();
    m_form->setProject(projectNameFor(paths.value(0)));
    m_import.open(paths);
}

void ImportPage::goForward()
{
    if (const auto *imported = std::get_if<Imported>(&m_import.state())) {
        const QString project = QString::fromStdString(imported->progress.summary().project());
        m_import.close();
        Q_EMIT projectWanted(project);
        return;
    }
    m_import.start(m_form->target());
}

void ImportPage::goBack()
{
    if (std::holds_alternative<Importing>(m_import.state()))
        return m_import.cancel();
    m_import.close();
    Q_EMIT closed();
}

void ImportPage::showState()
{
    const ImportState &state = m_import.state();
    m_title->setText(tr("Import %1").arg(fileTitle(m_import.paths())));
    m_form->setEditable(!std::holds_alternative<Importing>(state) && !std::holds_alternative<Imported>(state));
    const bool isNew = std::holds_alternative<Looked>(state) && m_shownPath != m_import.paths().value(0);
    if (std::holds_alternative<Looked>(state))
        showPreview();
    else if (std::holds_alternative<Looking>(state) && m_import.preview().columns_size() == 0)
        showPreview(); // another file: what was there goes
    const ImportProgress *progress = nullptr;
    if (const auto *importing = std::get_if<Importing>(&state))
        progress = &importing->progress;
    if (const auto *imported = std::get_if<Imported>(&state))
        progress = &imported->progress;
    if (progress != nullptr)
        m_form->showBadLines(progress->bad(), progress->bad_lines(), m_import.paths().size() > 1);

    const QString problem = problemOf(m_import.preview());
    if (const auto *failed = std::get_if<ImportFailed>(&state))
        m_note->showNote(NoteKind::Bad, importFailureText(failed->failure),
                         failed->failure.kind == Failure::Kind::Unreachable ? tr("Try again") : QString(),
                         tr("Not imported."));
    else if (!problem.isEmpty() && !std::holds_alternative<Looking>(state))
        m_note->showNote(m_import.preview().columns_size() > 0 ? NoteKind::Warn : NoteKind::Bad, problem);
    else
        m_note->hideNote();
    showFoot();
    if (isNew || std::holds_alternative<Imported>(state))
        (m_forward->isEnabled() ? m_forward : m_back)->setFocus();
}

void ImportPage::showPreview()
{
    const PreviewResponse &preview = m_import.preview();
    m_facts->setText(fileFacts(preview));
    m_columns->setPreview(preview);
    m_lines->setPreview(preview);
    m_form->showPreview(preview, m_import.map());
    m_form->showBadLines(preview.bad(), preview.bad_lines(), false);
    if (preview.columns_size() > 0) {
        fitImportColumns(*m_lineTable);
        if (m_shownPath != m_import.paths().value(0))
            fitImportColumns(*m_columnTable);
    }
    if (std::holds_alternative<Looked>(m_import.state()))
        m_shownPath = m_import.paths().value(0);
}

void ImportPage::showFoot()
{
    const ImportState &state = m_import.state();
    const auto *importing = std::get_if<Importing>(&state);
    const auto *imported = std::get_if<Imported>(&state);
    m_progress->setVisible(importing != nullptr);
    m_progressTitle->clear();
    if (importing != nullptr) {
        m_progress->setValue(int(shareDone(importing->progress) * progressSteps));
        m_progressTitle->setText(tr("Importing"));
        m_progressFacts->setText(progressText(*importing));
    } else if (imported != nullptr) {
        m_progressTitle->setText(tr("Done"));
        m_progressFacts->setText(importedText(imported->progress));
    } else if (std::holds_alternative<Looking>(state)) {
        m_progressFacts->setText(tr("Looking at the first lines…"));
    } else {
        m_progressFacts->setText(tr("Nothing is stored before Import."));
    }
    m_progressTitle->setVisible(!m_progressTitle->text().isEmpty());
    m_back->setText(imported != nullptr ? tr("Close") : tr("Cancel"));
    m_forward->setText(imported != nullptr ? tr("Open the project") : tr("Import"));
    Theme::setIconBeside(
        *m_forward,
        m_theme.icon(imported != nullptr ? QStringLiteral("chevron-right") : QStringLiteral("import"), Role::OnAccent));
    m_forward->setEnabled(imported != nullptr || (m_import.canStart() && m_form->isComplete()));
}
