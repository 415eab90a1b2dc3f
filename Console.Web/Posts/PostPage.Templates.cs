using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Infrastructure.Templates;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovAccountConsole.Web.Posts;

/// <summary>Writing by a template.</summary>
public sealed partial class PostPage
{
    private IReadOnlyList<PostTemplate> _templates = [];
    private LinkAllowList? _links;

    [Inject] private LinkAllowListQueries AllowedLinks { get; set; } = default!;

    [Inject] private TemplateQueries Templates { get; set; } = default!;

    private async Task LoadTemplatesAsync()
    {
        _templates = await Templates.ForAccountAsync(_actor, _post.AccountId, Left);
        _links = await AllowedLinks.GetAsync(_actor, Left);
    }

    private async Task ChooseTemplateAsync(PostTemplate template)
    {
        var parameters = new DialogParameters<TemplateDialog> { { dialog => dialog.Template, template } };
        var shown = await Dialogs.ShowAsync<TemplateDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is not TemplateDialog.Filled filled || _editor is null)
        {
            return;
        }

        var article = _post.Current;
        _post.TemplateVersion = template.Current.Number;
        (_post.TemplateKey, article.Title, article.Digest, article.ContentHtml) = (template.Key, filled.Title, filled.Digest, filled.ContentHtml);
        article.Author = filled.Author.Length > 0 ? filled.Author : article.Author;
        await _editor.ReloadAsync(changed: true);
        await ChangedAsync();
    }
}
