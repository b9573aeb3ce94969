<#-- The frame of every page. A page gives it its parts by name: "header", "form", and where it has them "show-username",
     "socialProviders" and "info". -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#local title><#nested "header"></#local>
<!DOCTYPE html>
<html lang="${lang}" dir="${((locale.rtl)!false)?then('rtl', 'ltr')}">
<head>
  <meta charset="utf-8">
  <title>${title?markup_string?trim?no_esc} · ${msg("loginTitleHtml")}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/favicon.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/maydan.css">
  <#-- The scripts of Keycloak's pages for security keys ask for it by this name. -->
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#list scripts![] as script>
    <script src="${script}"></script>
  </#list>
  <script type="module" src="${url.resourcesPath}/js/page.js"></script>
  <script type="module" src="${url.resourcesPath}/js/session.js"></script>
</head>
<body data-page-id="login-${pageId}" data-signed-in-elsewhere="${url.ssoLoginInOtherTabsUrl}"
      <#if authenticationSession??>data-attempt="${authenticationSession.authSessionIdHash}"</#if>>
<header>
  <#if (client.baseUrl)?has_content>
    <a class="brand" href="${client.baseUrl}"><@brand/></a>
  <#else>
    <p class="brand"><@brand/></p>
  </#if>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <#list ["ar", "fr", "en"] as tag>
        <#list locale.supported?filter(other -> other.languageTag == tag) as other>
          <a href="${other.url}" lang="${tag}" hreflang="${tag}" dir="${(tag == "ar")?then('rtl', 'ltr')}"
             <#if tag == locale.currentLanguageTag>aria-current="true"</#if>>${msg("language." + tag)}</a>
        </#list>
      </#list>
    </nav>
  </#if>
</header>
<main>
  <h1 id="kc-page-title">${title}</h1>
  <#-- Whoever came to do this by themselves need not be told that they have to. -->
  <#if displayMessage && message?has_content && !(message.type == "warning" && isAppInitiatedAction??)>
    <p class="note ${message.type}" role="${(message.type == "error")?then('alert', 'status')}">${message.summary}</p>
  </#if>
  <#if displayRequiredFields>
    <p class="hint"><span class="required" aria-hidden="true">*</span> ${msg("requiredFields")}</p>
  </#if>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <p class="who">
      <bdi id="kc-attempted-username" dir="ltr">${auth.attemptedUsername}</bdi>
      <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
    </p>
  </#if>
  <#nested "form">
  <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
      <button class="second" type="submit" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
    </form>
  </#if>
  <#nested "socialProviders">
  <#if displayInfo>
    <div class="info"><#nested "info"></div>
  </#if>
</main>
</body>
</html>
</#macro>

<#macro brand>
  <img src="${url.resourcesPath}/img/logo-on-dark.svg" alt="" width="44" height="44">
  <span>${msg("loginTitleHtml")}</span>
</#macro>
