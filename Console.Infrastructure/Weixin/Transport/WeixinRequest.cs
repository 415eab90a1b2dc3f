namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>One HTTP request to the platform, complete in memory so that it has a Content-Length and can be repeated.</summary>
/// <param name="Path">Path from the root with a leading slash, without a query.</param>
/// <param name="Query">Query without the token, or null.</param>
/// <param name="Token">access_token, or null for the token call itself.</param>
/// <param name="Body">Body, or null for GET.</param>
/// <param name="Repeat">Whether an unknown outcome may be repeated blindly.</param>
internal sealed record WeixinRequest(string Path, string? Query, string? Token, WeixinBody? Body, Repeat Repeat)
{
    /// <summary>Path and query as sent.</summary>
    public string Target
    {
        get
        {
            var parts = new[] { Token is null ? null : "access_token=" + Uri.EscapeDataString(Token), Query }.Where(part => part is not null);
            var query = string.Join('&', parts);
            return query.Length == 0 ? Path : Path + "?" + query;
        }
    }

    /// <summary>The path only: a token must not reach a log.</summary>
    public override string ToString() => Path;
}

/// <summary>A body with its content type.</summary>
internal sealed record WeixinBody(byte[] Bytes, string ContentType, bool IsUpload)
{
    public static WeixinBody Json(object body) => new(WeixinJson.Write(body), "application/json; charset=utf-8", IsUpload: false);

    /// <summary>
    /// One part named <c>media</c> with an ASCII file name, written by hand: .NET quotes the boundary and adds <c>filename*</c>, and the
    /// platform's parser stumbles over both.
    /// </summary>
    public static WeixinBody Media(UploadFile file)
    {
        var boundary = "----console" + Guid.NewGuid().ToString("N");
        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{file.Name}\"\r\nContent-Type: {file.ContentType}\r\n\r\n";
        var tail = $"\r\n--{boundary}--\r\n";
        byte[] bytes = [.. System.Text.Encoding.ASCII.GetBytes(head), .. file.Bytes.Span, .. System.Text.Encoding.ASCII.GetBytes(tail)];
        return new(bytes, "multipart/form-data; boundary=" + boundary, IsUpload: true);
    }
}

/// <summary>Whether a call may be repeated when its outcome is unknown.</summary>
internal enum Repeat
{
    /// <summary>Made once; whoever called decides what an unknown outcome means.</summary>
    Never,

    /// <summary>Reads, tokens and calls whose repetition harms nobody: repeated with a pause.</summary>
    Safe,
}
